using RaceSystem.Results.Core.Statistics;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// One mat over the race, minute by minute: how many crossed, how many of them were missed, and the probability that the
/// mat failed. Failures last: two states, working and failing, with few changes between minutes (forward and backward).
/// </summary>
internal sealed class MatMinutes
{
    // A mat fails about once in five hours and comes back within ten minutes, more or less.
    private const double FailPerMinute = 1.0 / 300;
    private const double MendPerMinute = 1.0 / 10;

    // Where nobody tells yet: one miss in a hundred.
    private const double UsualMissed = 1;
    private const double UsualExpected = 100;
    private readonly double[] _expected;
    private readonly double[] _missed;
    private readonly double[] _others;
    private double _usual;

    public MatMinutes(long firstMinute, int minutes)
    {
        FirstMinute = firstMinute;
        _expected = new double[minutes];
        _missed = new double[minutes];
        _others = new double[minutes];
    }

    /// <summary>Minutes since 1970.</summary>
    public long FirstMinute { get; }

    public int Count => _expected.Length;

    public void Add(long minute, bool missed, double weight = 1)
    {
        var index = IndexOf(minute);
        _expected[index] += weight;
        _missed[index] += missed ? weight : 0;
    }

    /// <summary>Runners who crossed in a minute, and those of them who were missed; suspects count by what they are likely to be.</summary>
    public (double Expected, double Missed) At(long minute) => (_expected[IndexOf(minute)], _missed[IndexOf(minute)]);

    /// <summary>Probability that the mat failed in a minute.</summary>
    public double Failure(long minute)
    {
        var index = IndexOf(minute);
        return Failure(index, _expected[index], _missed[index]);
    }

    /// <summary>Probability that one more runner is missed in a minute, told by the others alone.</summary>
    /// <param name="minute">Minutes since 1970.</param>
    /// <param name="own">What the runner weighs among those missed; 0: was read.</param>
    public double Miss(long minute, double own)
    {
        var index = IndexOf(minute);
        var expected = Math.Max(0, _expected[index] - (own > 0 ? own : 1));
        var missed = Math.Clamp(_missed[index] - own, 0, expected);
        var failure = Failure(index, expected, missed);
        return (failure * MissRate.Failing(expected, missed)) + ((1 - failure) * MissRate.Working(expected, missed, _usual));
    }

    /// <summary>Learns the usual rate and the failures from what was added.</summary>
    public void Learn()
    {
        var (expected, missed) = (_expected.Sum(), _missed.Sum());
        _usual = (missed + UsualMissed) / (expected + UsualExpected);
        for (var round = 0; round < 3; round++)
        {
            Smooth();
            (expected, missed) = (0, 0);
            for (var i = 0; i < Count; i++)
            {
                var working = 1 - Failure(i, _expected[i], _missed[i]);
                expected += working * _expected[i];
                missed += working * _missed[i];
            }

            _usual = (missed + UsualMissed) / (expected + UsualExpected);
        }

        Smooth();
    }

    // Log odds of failing in each minute by all the other minutes.
    private void Smooth()
    {
        var odds = FailPerMinute / MendPerMinute;
        for (var i = 0; i < Count; i++)
        {
            _others[i] = Math.Log(odds);
            odds *= Math.Exp(Emission(i));
            odds = ((odds * (1 - MendPerMinute)) + FailPerMinute) / ((odds * MendPerMinute) + 1 - FailPerMinute);
        }

        // Going back: how much better the later minutes are explained by failing now.
        var later = 1.0;
        for (var i = Count - 1; i >= 0; i--)
        {
            _others[i] += Math.Log(later);
            var failing = later * Math.Exp(Emission(i));
            later = ((failing * (1 - MendPerMinute)) + MendPerMinute) / ((failing * FailPerMinute) + 1 - FailPerMinute);
        }
    }

    private double Emission(int index) => Math.Clamp(MissRate.LogFailing(_expected[index], _missed[index], _usual), -200, 200);

    private double Failure(int index, double expected, double missed) =>
        Logistic.Probability(Math.Clamp(_others[index] + MissRate.LogFailing(expected, missed, _usual), -500, 500));

    private int IndexOf(long minute) => (int)Math.Clamp(minute - FirstMinute, 0, Count - 1);
}
