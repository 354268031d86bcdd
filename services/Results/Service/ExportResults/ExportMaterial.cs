using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;

namespace RaceSystem.Results.Service.ExportResults;

/// <summary>The sheets of an export, and the published versions they are of.</summary>
internal sealed record ExportMaterial(IReadOnlyList<ResultSheet> Sheets, IReadOnlyDictionary<string, PublishedVersion> Versions, long SnapshotVersion);
