using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;

namespace RaceSystem.Results.Core.Awards;

/// <summary>One list while it fills.</summary>
internal sealed class AwardSlot(AwardRule rule, AwardOrder order, string divisionId, Sex sex)
{
    private readonly List<AwardWinner> _winners = [];
    private readonly List<(PassedOver Runner, int Before)> _passedOver = [];
    private PlaceCount _places;
    private int _last = -1;

    /// <summary>Nobody else can win.</summary>
    public bool IsClosed { get; private set; }

    public Sex Sex => sex;

    /// <summary>The next runner who qualifies.</summary>
    public void Offer(int position)
    {
        var place = _places.Next(_last >= 0 && order.Shares(_last, position));
        if (place > rule.Depth)
        {
            IsClosed = true;
            return;
        }

        _winners.Add(new AwardWinner(order.Runners[position], place, order.ShownTimeAt(position)));
        _last = position;
    }

    public void PassOver(int runner, string awardId) => _passedOver.Add((new PassedOver(runner, awardId), _winners.Count));

    public AwardList ToList()
    {
        var full = _winners.Count >= rule.Depth;
        return new AwardList(rule, divisionId, sex, _winners, [.. _passedOver.Where(passed => !full || passed.Before < _winners.Count).Select(passed => passed.Runner)]);
    }
}
