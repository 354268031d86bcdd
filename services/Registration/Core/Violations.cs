using RaceSystem.Kernel;

namespace RaceSystem.Registration.Core;

/// <summary>Collects what is wrong, so that one answer names everything and not only the first.</summary>
public sealed class Violations
{
    /// <summary>Most violations that one answer carries; further ones are only counted.</summary>
    public const int MaxKept = 100;

    private readonly List<Violation> _kept = [];

    public int Count { get; private set; }

    public IReadOnlyList<Violation> Kept => _kept;

    public void Add(string field, string reason, string message)
    {
        Count++;
        if (_kept.Count < MaxKept)
        {
            _kept.Add(new(field, reason, message));
        }
    }

    /// <summary>Refuses with the reason of the first violation when there is any.</summary>
    public void Refuse(string prefix = "")
    {
        if (Count == 0)
        {
            return;
        }

        var first = _kept[0];
        var more = Count == 1 ? "" : $" ({Count} fields are wrong.)";
        throw new RefusalException(
            KindOf(first.Reason),
            first.Reason,
            $"{prefix}{first.Field}: {first.Message}{more}",
            [.. _kept.Select(violation => new FieldViolation(prefix + violation.Field, violation.Message))]);
    }

    private static RefusalKind KindOf(string reason) => reason switch
    {
        _ when reason.EndsWith("_UNKNOWN", StringComparison.Ordinal) => RefusalKind.NotFound,
        Reasons.DuplicateBib or Reasons.DuplicateChip or Reasons.DuplicateEntry => RefusalKind.AlreadyExists,
        _ => RefusalKind.InvalidArgument,
    };
}
