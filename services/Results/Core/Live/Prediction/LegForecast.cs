using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Live.Prediction;

/// <summary>
/// Predicts runners from one visit of a race to a later one: the prior, and what the field did that has run the same part
/// already.
/// </summary>
internal sealed class LegForecast
{
    /// <summary>Runners looked at to learn from; more tell nothing new and cost time.</summary>
    private const int Sample = 4_000;

    /// <summary>
    /// A runner counts only if somebody so far behind the regression would have been seen by now: otherwise those who have
    /// come would be the fast ones of their like, and the field would look faster than it is.
    /// </summary>
    private const double Patience = 5;

    /// <summary>Beyond it somebody has stopped or was missed.</summary>
    private const double Overdue = 0.995;

    private readonly PacePrior _prior;
    private readonly double _metres;
    private readonly long _seen;
    private readonly FieldQuantiles _quantiles;

    public LegForecast(RaceStandings race, FormReading forms, int from, int to)
    {
        var visits = race.Race.Visits;
        var course = (double)visits[^1].DistanceM;
        _prior = PacePriors.At(course, visits[from].DistanceM / course, visits[to].DistanceM / course);
        _metres = visits[to].DistanceM - visits[from].DistanceM;
        _seen = race.Visits[to].LatestCrossing;
        _quantiles = Learn(race, forms, from, to);
    }

    /// <summary>When a runner of this form comes, knowing that the runner has not come yet.</summary>
    public Forecast Of(RunnerForm form)
    {
        var (ratio, spread, quantiles) = (_prior.RatioOf(form), _prior.SpreadOf(form), _quantiles.Of(form.Pace));
        var passed = _seen > form.Crossing ? quantiles.ProbabilityOf((Math.Log((_seen - form.Crossing) / 1e6 / _metres / form.SecondsPerMetre) - ratio) / spread) : 0;
        var isOverdue = passed > Overdue;
        var known = Math.Min(passed, Overdue);
        long At(double probability) => form.Crossing
            + (long)(Math.Round(_metres * form.SecondsPerMetre * Math.Exp(ratio + (spread * quantiles.At(known + (probability * (1 - known)))))) * 1e6);

        return new Forecast(At(0.1), At(0.5), At(0.9), isOverdue);
    }

    private FieldQuantiles Learn(RaceStandings race, FormReading forms, int from, int to)
    {
        var field = new FieldQuantiles(_prior);
        var order = race.Visits[to].Order;
        var step = Math.Max(1, order.Length / Sample);
        for (var i = 0; i < order.Length; i += step)
        {
            if (forms.At(order[i], from) is not { } form || race.Visits[to].CrossingOf(order[i]) is not { } came || came.Micros <= form.Crossing)
            {
                continue;
            }

            var (ratio, spread) = (_prior.RatioOf(form), _prior.SpreadOf(form));
            var slow = form.Crossing + (_metres * form.SecondsPerMetre * Math.Exp(ratio + (Patience * spread)) * 1e6);
            if (slow <= _seen)
            {
                field.Add(form.Pace, (Math.Log((came.Micros - form.Crossing) / 1e6 / _metres / form.SecondsPerMetre) - ratio) / spread);
            }
        }

        field.Settle();
        return field;
    }
}

/// <summary>Moments in microseconds.</summary>
internal readonly record struct Forecast(long Low, long Middle, long High, bool IsOverdue);
