namespace RaceSystem.Platform.Changelog;

/// <summary>A table of keyed records: what is written into it and in which scope.</summary>
/// <param name="Name">Table.</param>
/// <param name="Scope">Columns that stand before <c>key</c> in the primary key.</param>
/// <param name="Monotonic">A record never replaces one of a higher sequence: several replicas may write the same copy.</param>
internal sealed record RecordTable(string Name, IReadOnlyList<string> Scope, bool Monotonic)
{
    /// <summary>The owner's records, by meet.</summary>
    public static readonly RecordTable Owned = new("changelog_records", ["meet_id"], Monotonic: false);

    /// <summary>A follower's copy, by owner and meet.</summary>
    public static readonly RecordTable Followed = new("followed_records", ["owner", "meet_id"], Monotonic: true);

    /// <summary>The upsert statement around a source of rows.</summary>
    /// <param name="rows">VALUES or SELECT that gives scope, key, sequence and value.</param>
    public string Upsert(string rows)
    {
        var scope = string.Join(", ", Scope);
        var guard = Monotonic ? $" WHERE excluded.sequence > {Name}.sequence" : "";
        return $"INSERT INTO {Name} ({scope}, key, sequence, value) {rows} "
            + $"ON CONFLICT ({scope}, key) DO UPDATE SET sequence = excluded.sequence, value = excluded.value{guard}";
    }

    /// <summary>Parameter names of the scope.</summary>
    public IEnumerable<string> ScopeParameters => Scope.Select(column => $"@{column}");
}
