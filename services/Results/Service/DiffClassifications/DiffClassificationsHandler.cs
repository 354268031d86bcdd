using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Certification.Awards;
using RaceSystem.Results.Certification.Comparison;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Merkle;
using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.DiffClassifications;

/// <summary>What changed between two published versions, runner by runner.</summary>
internal sealed class DiffClassificationsHandler(ClassificationStore store, ShownPersons persons)
{
    private const int DefaultSize = 100, MaxSize = 1_000;

    public async Task<DiffClassificationsResponse> HandleAsync(DiffClassificationsRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Require(request.PageSize, DefaultSize, MaxSize);
        var to = await store.RequireAsync(request.MeetId, request.RaceId, request.ToVersion, cancellationToken);
        if (to.Header.Version == 1 && request.FromVersion == 0)
        {
            throw new RefusalException(RefusalKind.FailedPrecondition, "CLASSIFICATION_UNKNOWN", "Version 1 is the first: there is none before it to compare with.");
        }

        var from = await store.RequireAsync(request.MeetId, request.RaceId, request.FromVersion == 0 ? to.Header.Version - 1 : request.FromVersion, cancellationToken);
        var scope = $"DiffClassifications/{request.MeetId}/{request.RaceId}/{from.Header.Version}/{to.Header.Version}";
        var skip = PageToken.Decode(scope, request.PageToken) is { } position ? int.Parse(position, CultureInfo.InvariantCulture) : 0;
        var changes = await ChangesAsync(from, to, await persons.OfAsync(request.MeetId, "", cancellationToken), cancellationToken);
        var response = new DiffClassificationsResponse
        {
            From = ClassificationWire.ToWire(from),
            To = ClassificationWire.ToWire(to),
            AddedCount = changes.Count(change => change.Kind == RowChangeKind.Added),
            RemovedCount = changes.Count(change => change.Kind == RowChangeKind.Removed),
            ChangedCount = changes.Count(change => change.Kind == RowChangeKind.Changed),
        };
        response.Changes.AddRange(changes.Skip(skip).Take(size));
        if (from.Header.Content.Awards is { } before && to.Header.Content.Awards is { } after)
        {
            response.AwardsCompared = true;
            response.AwardChanges.AddRange(skip > 0 ? [] : AwardDifference.Between(before, after).Select(ChangeOf));
        }

        if (changes.Count > skip + size)
        {
            response.NextPageToken = PageToken.Encode(scope, (skip + size).ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    private async Task<List<RowChange>> ChangesAsync(SignedHeader from, SignedHeader to, PersonOpenings shown, CancellationToken cancellationToken)
    {
        var before = new Dictionary<string, PublishedRow>(StringComparer.Ordinal);
        await foreach (var row in RowsAsync(from, cancellationToken))
        {
            before[row.EntryId] = row;
        }

        var changes = new List<RowChange>();
        await foreach (var row in RowsAsync(to, cancellationToken))
        {
            if (!before.Remove(row.EntryId, out var old))
            {
                changes.Add(ChangeOf(RowChangeKind.Added, row, RowComparison.Of(default, row.Line)));
            }
            else if (!old.Leaf.Span.SequenceEqual(row.Leaf.Span))
            {
                changes.Add(ChangeOf(RowChangeKind.Changed, row, [.. RowComparison.Of(old.Line, row.Line), .. PersonComparison.Of(shown.Of(row.EntryId, old.Line), shown.Of(row.EntryId, row.Line))]));
            }
        }

        changes.AddRange(before.Values.OrderBy(row => row.Index).Select(row => ChangeOf(RowChangeKind.Removed, row, RowComparison.Of(row.Line, default))));
        return changes;
    }

    private async IAsyncEnumerable<PublishedRow> RowsAsync(SignedHeader version, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var part in store.RowsAsync(version, cancellationToken))
        {
            var lines = part.Read();
            for (var i = 0; i < lines.Count; i++)
            {
                yield return new PublishedRow(part.FirstRow + i, part.EntryIds[i], part.Bibs[i], part.Leaves.AsMemory(i * MerkleHash.Size, MerkleHash.Size), lines[i]);
            }
        }
    }

    private static ClassifiedAwardChange ChangeOf(AwardDifference difference)
    {
        var change = new ClassifiedAwardChange
        {
            AwardId = difference.AwardId,
            DivisionId = difference.DivisionId,
            Sex = difference.Sex switch
            {
                "MALE" => Registration.V1.Sex.Male,
                "FEMALE" => Registration.V1.Sex.Female,
                "NON_BINARY" => Registration.V1.Sex.NonBinary,
                _ => Registration.V1.Sex.Unspecified,
            },
        };
        change.Before.AddRange(difference.Before.Select(WinnerOf));
        change.After.AddRange(difference.After.Select(WinnerOf));
        return change;
    }

    private static ClassifiedWinner WinnerOf(SignedWinner winner) => new()
    {
        Place = winner.Place,
        Bib = winner.Bib,
        EntryId = winner.EntryId,
        Time = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(winner.TimeMs)),
    };

    private static RowChange ChangeOf(RowChangeKind kind, PublishedRow row, IReadOnlyList<FieldDifference> differences)
    {
        var change = new RowChange { EntryId = row.EntryId, Bib = row.Bib, Kind = kind };
        change.Fields.AddRange(differences.Select(difference => new FieldChange { Field = difference.Field, Before = difference.Before, After = difference.After }));
        return change;
    }

    private sealed record PublishedRow(int Index, string EntryId, string Bib, ReadOnlyMemory<byte> Leaf, byte[] Line);
}
