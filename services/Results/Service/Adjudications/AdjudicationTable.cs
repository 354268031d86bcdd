using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>The latest record of every decision of a meet, revoked ones too. Safe to use from several threads; what it gives out must not be changed.</summary>
internal sealed class AdjudicationTable
{
    private readonly Lock _use = new();
    private readonly Dictionary<(string RaceId, string AdjudicationId), Adjudication> _all = [];

    /// <summary>Takes a record in place of the earlier one.</summary>
    public void Take(Adjudication adjudication)
    {
        lock (_use)
        {
            _all[(adjudication.RaceId, adjudication.AdjudicationId)] = adjudication;
        }
    }

    /// <summary>Forgets all: the log was made anew.</summary>
    public void Clear()
    {
        lock (_use)
        {
            _all.Clear();
        }
    }

    /// <summary>A decision, or null.</summary>
    public Adjudication? Find(string raceId, string adjudicationId)
    {
        lock (_use)
        {
            return _all.GetValueOrDefault((raceId, adjudicationId));
        }
    }

    /// <summary>All decisions, in no order.</summary>
    public IReadOnlyList<Adjudication> All()
    {
        lock (_use)
        {
            return [.. _all.Values];
        }
    }

    /// <summary>A moment after every decision there is: of decisions that exclude each other the one recorded later counts, even when a clock stepped back.</summary>
    public Instant NextDecideTime(DateTimeOffset now)
    {
        var next = Instant.From(now);
        foreach (var adjudication in All())
        {
            var decided = Instant.From(adjudication.DecideTime.ToDateTimeOffset());
            next = decided < next ? next : new Instant(decided.Micros + 1);
        }

        return next;
    }
}
