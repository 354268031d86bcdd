using RaceSystem.Testing;

namespace RaceSystem.Timing.Tests.Core.Meets;

/// <summary>Invariant 3 on the core: passings are a pure function of the set of reads, clocks, roles and rules.</summary>
public sealed class SameReadsSameResultTests
{
    private const int Meets = 400;

    [Fact]
    public void Any_order_batching_and_duplication_gives_the_passings_of_the_oracle()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < Meets; i++)
        {
            var meet = new RandomMeet(random);
            var logged = new LoggedMeet();
            logged.Apply(meet);
            Send(logged, meet, random);
            logged.AssertLog(PassingOracle.Passings(meet.Reads, meet.Rules, meet.Devices));
        }
    }

    [Fact]
    public void Settings_changed_at_any_moment_end_in_the_passings_of_the_last_settings()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < Meets; i++)
        {
            var meet = new RandomMeet(random);
            var logged = new LoggedMeet();
            logged.Apply(meet);
            foreach (var part in meet.Reads.Chunk(random.Next(1, 50)))
            {
                foreach (var read in part)
                {
                    logged.Add(read);
                }

                ChangeSomething(logged, meet, random);
                if (random.Next(2) == 0)
                {
                    logged.Settle();
                }
            }

            logged.Settle();
            logged.AssertLog(PassingOracle.Passings(meet.Reads, meet.Rules, meet.Devices));
        }
    }

    [Fact]
    public void Counts_do_not_depend_on_the_order_either()
    {
        var random = Seed.NextRandom();
        var meet = new RandomMeet(random);
        var once = new LoggedMeet();
        once.Apply(meet);
        Send(once, meet, random);
        var again = new LoggedMeet();
        again.Apply(meet);
        Send(again, meet, random);
        foreach (var point in meet.Rules.Keys)
        {
            Assert.True(once.Reads.TryFindPoint(point, out var left));
            Assert.True(again.Reads.TryFindPoint(point, out var right));
            Assert.Equal(once.Reads.CountsOfPoint(left), again.Reads.CountsOfPoint(right));
        }

        Assert.Equal(meet.Reads.Distinct().Count(), once.Reads.ReadCount);
    }

    [Fact]
    public void A_read_sent_again_touches_nothing()
    {
        var random = Seed.NextRandom();
        var meet = new RandomMeet(random);
        var logged = new LoggedMeet();
        logged.Apply(meet);
        Send(logged, meet, random);
        Assert.All(meet.Reads, read => Assert.False(logged.Add(read)));
        Assert.Equal(0, logged.Reads.TouchedCount);
    }

    [Fact]
    public void The_same_settings_again_touch_nothing_and_a_change_touches_only_what_it_concerns()
    {
        var meet = new RandomMeet(Seed.NextRandom());
        var logged = new LoggedMeet();
        logged.Apply(meet);
        foreach (var read in meet.Reads)
        {
            logged.Add(read);
        }

        logged.Settle();
        var appended = logged.Appended;
        logged.Apply(meet);
        logged.Settle();
        Assert.Equal(appended, logged.Appended);

        // Exactly the keys that come out differently, and no others of the device.
        var before = PassingOracle.Passings(meet.Reads, meet.Rules, meet.Devices);
        var device = meet.Reads[0].Device;
        meet.Devices[device] = meet.Devices[device] with { Offset = meet.Devices[device].Offset + 1 };
        var after = PassingOracle.Passings(meet.Reads, meet.Rules, meet.Devices);
        logged.Reads.ApplyDevice(device, meet.Devices[device].Role, meet.Devices[device].Clock);
        logged.Settle();
        Assert.Equal(before.Count(key => !key.Value.SequenceEqual(after[key.Key])), logged.Appended - appended);
    }

    private static void Send(LoggedMeet logged, RandomMeet meet, Random random)
    {
        var sent = meet.Reads.Concat(meet.Reads.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(sent);
        foreach (var batch in sent.Chunk(random.Next(1, 60)))
        {
            foreach (var read in batch)
            {
                logged.Add(read);
            }

            logged.Settle();
        }
    }

    private static void ChangeSomething(LoggedMeet logged, RandomMeet meet, Random random)
    {
        if (random.Next(2) == 0)
        {
            var point = meet.Rules.Keys.ElementAt(random.Next(meet.Rules.Count));
            meet.Rules[point] = RandomMeet.RuleOf(random);
            logged.Reads.ApplyPoint(point, meet.Rules[point]);
        }
        else
        {
            var device = meet.Devices.Keys.ElementAt(random.Next(meet.Devices.Count));
            meet.Devices[device] = RandomMeet.DeviceOf(random);
            logged.Reads.ApplyDevice(device, meet.Devices[device].Role, meet.Devices[device].Clock);
        }
    }
}
