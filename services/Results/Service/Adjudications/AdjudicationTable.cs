using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>The latest record of every decision of a meet, revoked ones too. Safe to use from several threads; what it gives out must not be changed.</summary>
internal sealed class AdjudicationTable
{
    private const int MaxDecisions = 20_000, MaxNamed = 200_000;

    private readonly Lock _use = new();
    private readonly Dictionary<(string RaceId, string AdjudicationId), Adjudication> _all = [];
    private Instant _latest;
    private int _named;

    /// <summary>Takes a record in place of the earlier one.</summary>
    public void Take(Adjudication adjudication)
    {
        lock (_use)
        {
            var key = (adjudication.RaceId, adjudication.AdjudicationId);
            _named += NamedBy(adjudication) - (_all.TryGetValue(key, out var before) ? NamedBy(before) : 0);
            _all[key] = adjudication;
            var decided = Instant.From(adjudication.DecideTime.ToDateTimeOffset());
            _latest = decided > _latest ? decided : _latest;
        }
    }

    /// <summary>Forgets all: the log was made anew.</summary>
    public void Clear()
    {
        lock (_use)
        {
            _all.Clear();
            (_latest, _named) = (default, 0);
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
        lock (_use)
        {
            var next = Instant.From(now);
            return _all.Count == 0 || _latest < next ? next : new Instant(_latest.Micros + 1);
        }
    }

    /// <summary>Refuses what a meet has no room for.</summary>
    /// <exception cref="RefusalException">It has too many decisions (<c>ADJUDICATIONS_TOO_MANY</c>).</exception>
    public void RequireRoomFor(Adjudication adjudication)
    {
        lock (_use)
        {
            if (_all.Count >= MaxDecisions || _named + NamedBy(adjudication) > MaxNamed)
            {
                throw new RefusalException(
                    RefusalKind.ResourceExhausted,
                    "ADJUDICATIONS_TOO_MANY",
                    $"A meet has at most {MaxDecisions} decisions, revoked ones too, and its finish orders name at most {MaxNamed} bibs. Who is wrong in so many ways is put right at the source: gun starts, clock corrections, entries.");
            }
        }
    }

    private static int NamedBy(Adjudication adjudication) => adjudication.FinishOrder?.Bibs.Count ?? 0;
}
