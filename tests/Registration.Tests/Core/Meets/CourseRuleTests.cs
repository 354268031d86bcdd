using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Meets;
using RaceSystem.Testing;

namespace RaceSystem.Registration.Tests.Core.Meets;

public sealed class CourseRuleTests
{
    [Fact]
    public void Any_course_with_increasing_distances_is_taken()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 200; i++)
        {
            Read(Course(random));
        }
    }

    [Fact]
    public void Any_course_with_two_distances_that_do_not_increase_is_refused_at_the_later_one()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 200; i++)
        {
            var visits = Course(random);
            var at = random.Next(1, visits.Length);
            visits[at] = visits[at] with { DistanceM = visits[at - 1].DistanceM - random.Next(0, 5) };
            var refusal = Assert.Throws<RefusalException>(() => Read(visits));
            Assert.Equal(Reasons.CourseInvalid, refusal.Reason);
            Assert.Equal($"meet.races[0].course.visits[{at}].distance_m", refusal.Violations[0].Field);
        }
    }

    [Theory]
    [InlineData(0, CourseVisitKind.Split)]
    [InlineData(1, CourseVisitKind.Start)]
    [InlineData(1, CourseVisitKind.Finish)]
    [InlineData(1, CourseVisitKind.Unspecified)]
    [InlineData(2, CourseVisitKind.Split)]
    public void A_course_starts_once_and_finishes_once(int at, CourseVisitKind kind)
    {
        CourseVisit[] visits = [.. Sample.Race("marathon").Course];
        visits[at] = visits[at] with { Kind = kind };
        var refusal = Assert.Throws<RefusalException>(() => Read(visits));
        Assert.Equal($"meet.races[0].course.visits[{at}].kind", Assert.Single(refusal.Violations).Field);
    }

    [Fact]
    public void The_start_is_at_zero() =>
        Assert.Throws<RefusalException>(() => Read([.. Sample.Race("marathon").Course.Select((visit, i) => i == 0 ? visit with { DistanceM = 1 } : visit)]));

    [Fact]
    public void A_split_id_is_unique_in_its_race() =>
        Assert.Throws<RefusalException>(() => Read([.. Sample.Race("marathon").Course.Select(visit => visit with { SplitId = "same" })]));

    [Fact]
    public void A_course_of_a_hundred_and_one_visits_is_too_long() =>
        Assert.Throws<RefusalException>(() => Read(Course(101)));

    [Fact]
    public void The_longest_distance_is_bounded() =>
        Assert.Throws<RefusalException>(() => Read([.. Sample.Race("marathon").Course.Select((visit, i) => i == 2 ? visit with { DistanceM = long.MaxValue } : visit)]));

    private static Meet Read(CourseVisit[] visits) =>
        MeetReading.Read(Sample.Draft with { Races = [Sample.Race("marathon") with { Course = ValueList.From(visits) }] });

    private static CourseVisit[] Course(Random random)
    {
        var distance = 0L;
        return [.. Course(random.Next(2, 30)).Select((visit, i) => visit with { DistanceM = i == 0 ? 0 : distance += random.Next(1, 5_000) })];
    }

    private static CourseVisit[] Course(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new CourseVisit(
            $"s{i}", "", "mat", i * 100, i == 0 ? CourseVisitKind.Start : i == count - 1 ? CourseVisitKind.Finish : CourseVisitKind.Split)),
    ];
}
