using Google.Protobuf.WellKnownTypes;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

/// <summary>A runner whom the fake services know, with the seconds from the gun at each split passed.</summary>
internal sealed record FakeRunner(string Bib, string Name, Sex Sex, string Country, string Division, string Club = "")
{
    /// <summary>Counts everywhere and is named nowhere.</summary>
    public bool IsAnonymous { get; init; }

    public Dictionary<string, double> Passed { get; } = new(StringComparer.Ordinal);

    /// <summary>The runner's line at a split; without places.</summary>
    public Standing At(string split, string last) => new()
    {
        EntryId = $"e-{Bib.ToLowerInvariant()}",
        Bib = Bib,
        DisplayName = IsAnonymous ? "" : Name,
        Sex = Sex,
        Country = IsAnonymous ? "" : Country,
        Club = IsAnonymous ? "" : Club,
        DivisionId = Division,
        Status = Passed.ContainsKey("finish") ? ResultStatus.Finished : Passed.Count > 0 ? ResultStatus.OnCourse : ResultStatus.Registered,
        Places = new Places(),
        OfficialTime = Passed.TryGetValue(split, out var seconds) ? Duration.FromTimeSpan(TimeSpan.FromSeconds(Math.Ceiling(seconds))) : null,
        GunTime = Passed.TryGetValue(split, out var gun) ? Duration.FromTimeSpan(TimeSpan.FromSeconds(gun)) : null,
        NetTime = Passed.TryGetValue(split, out var net) && Passed.TryGetValue("start", out var start) ? Duration.FromTimeSpan(TimeSpan.FromSeconds(net - start)) : null,
        LastSplitId = last,
    };
}
