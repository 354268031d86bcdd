namespace RaceSystem.Kernel;

/// <summary>Why a request is refused, in the terms every transport can map.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong; it fails whenever it is sent.</summary>
    InvalidArgument,

    /// <summary>What it names does not exist.</summary>
    NotFound,

    /// <summary>What it would make exists with other content.</summary>
    AlreadyExists,

    /// <summary>Right in itself, but not in the present state.</summary>
    FailedPrecondition,

    /// <summary>Past a limit.</summary>
    ResourceExhausted,

    /// <summary>A part that is needed is away; the same request may pass a little later.</summary>
    Unavailable,
}

/// <summary>One field that is wrong, and what to do about it.</summary>
/// <param name="Field">Path in the request, for example <c>meet.races[1].course.visits[2].distance_m</c>.</param>
/// <param name="Description">What is wrong and what would be right.</param>
public sealed record FieldViolation(string Field, string Description);

/// <summary>
/// A request refused by a rule. Thrown by cores and services, mapped to a wire status in one place (Platform/Grpc).
/// </summary>
public sealed class RefusalException : Exception
{
    /// <summary>Makes a refusal.</summary>
    /// <param name="kind">Class of the refusal.</param>
    /// <param name="reason">UPPER_SNAKE, stable: callers branch on it. For example <c>MEET_UNKNOWN</c>.</param>
    /// <param name="message">For people: names what is wrong and what to do.</param>
    /// <param name="violations">The fields concerned, if any.</param>
    public RefusalException(RefusalKind kind, string reason, string message, IReadOnlyList<FieldViolation>? violations = null)
        : base(message)
    {
        Kind = kind;
        Reason = reason;
        Violations = violations ?? [];
    }

    /// <summary>Class of the refusal.</summary>
    public RefusalKind Kind { get; }

    /// <summary>UPPER_SNAKE, stable: callers branch on it.</summary>
    public string Reason { get; }

    /// <summary>The fields concerned, if any.</summary>
    public IReadOnlyList<FieldViolation> Violations { get; }

    /// <summary>A single field that is wrong.</summary>
    public static RefusalException Invalid(string reason, string field, string description) =>
        new(RefusalKind.InvalidArgument, reason, $"{field}: {description}", [new FieldViolation(field, description)]);

    /// <summary>Something named does not exist.</summary>
    public static RefusalException NotFound(string reason, string message) => new(RefusalKind.NotFound, reason, message);
}
