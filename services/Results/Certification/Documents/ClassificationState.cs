namespace RaceSystem.Results.Certification.Documents;

/// <summary>What a published version is worth.</summary>
public enum ClassificationState : byte
{
    /// <summary>Open to appeals.</summary>
    Provisional = 1,

    /// <summary>Certified.</summary>
    Official = 2,

    /// <summary>Certified again, after something was found.</summary>
    Amended = 3,
}

/// <summary>States by name and what may follow what.</summary>
public static class ClassificationStates
{
    /// <summary>As the header writes it.</summary>
    public static string NameOf(this ClassificationState state) => state switch
    {
        ClassificationState.Official => "OFFICIAL",
        ClassificationState.Amended => "AMENDED",
        _ => "PROVISIONAL",
    };

    /// <summary>The state of a name.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static ClassificationState Require(string? name) => name switch
    {
        "PROVISIONAL" => ClassificationState.Provisional,
        "OFFICIAL" => ClassificationState.Official,
        "AMENDED" => ClassificationState.Amended,
        _ => throw new FormatException("names no state: PROVISIONAL, OFFICIAL or AMENDED"),
    };

    /// <summary>What may be published after a version of a state; null: after nothing.</summary>
    public static IReadOnlyList<ClassificationState> Next(ClassificationState? latest) => latest switch
    {
        null => [ClassificationState.Provisional],
        ClassificationState.Provisional => [ClassificationState.Provisional, ClassificationState.Official],
        _ => [ClassificationState.Amended],
    };

    /// <summary>Whether open blocking items keep it back.</summary>
    public static bool IsCertified(this ClassificationState state) => state != ClassificationState.Provisional;
}
