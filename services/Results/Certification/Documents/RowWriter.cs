using System.Security.Cryptography;
using RaceSystem.Kernel;
using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Sheets;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>Writes the rows of a classification. Reusable; not safe to share between threads.</summary>
public sealed class RowWriter
{
    private readonly CanonicalWriter _row = new();
    private readonly CanonicalWriter _splits = new();

    /// <summary>The row in canonical form: the leaf of the tree. Valid until the next one.</summary>
    public ReadOnlySpan<byte> Row => _row.Written;

    /// <summary>The splits in canonical form; the row carries their hash.</summary>
    public ReadOnlySpan<byte> Splits => _splits.Written;

    /// <summary>Writes a row.</summary>
    /// <param name="row">The runner.</param>
    /// <param name="person">Commitment to the person's data.</param>
    public void Write(ResultRow row, ReadOnlySpan<byte> person)
    {
        ArgumentNullException.ThrowIfNull(row);
        WriteSplits(row);
        _row.Clear();
        _row.BeginObject();
        Number("age", row.Entry.Age);
        Number("age_grade", row.AgeGrade?.Hundredths ?? 0);
        Text("bib", row.Entry.Bib);
        Decisions(row);
        Text("division", row.DivisionId);
        Text("entry_id", row.Entry.EntryId);
        Time(_row, "gun_ms", row.GunTime);
        Time(_row, "net_ms", row.NetTime);
        Time(_row, "official_ms", row.OfficialTime);
        Text("person", Hex.Of(person));
        Places(_row, row.Places);
        Number("points", row.Points ?? 0);
        Text("sex", RowWords.Of(row.Entry.Sex));
        Text("splits", Hex.Of(SHA256.HashData(_splits.Written)));
        Text("status", RowWords.Of(row.Status));
        _row.EndObject();
    }

    private void WriteSplits(ResultRow row)
    {
        _splits.Clear();
        _splits.BeginArray();
        foreach (var split in row.Splits.Where(split => split.OfficialTime is not null))
        {
            _splits.BeginObject().Name("id").Text(split.Visit.SplitId);
            Places(_splits, split.Places);
            Time(_splits, "time_ms", split.OfficialTime);
            _splits.EndObject();
        }

        _splits.EndArray();
    }

    private void Decisions(ResultRow row)
    {
        if (!row.Adjudications.Any(DecisionWriter.IsShown))
        {
            return;
        }

        _row.Name("decisions").BeginArray();
        foreach (var adjudication in row.Adjudications.Where(DecisionWriter.IsShown))
        {
            DecisionWriter.Write(_row, adjudication);
        }

        _row.EndArray();
    }

    private void Text(string name, string value)
    {
        if (value.Length > 0)
        {
            _row.Name(name).Text(value);
        }
    }

    private void Number(string name, long value)
    {
        if (value != 0)
        {
            _row.Name(name).Whole(value);
        }
    }

    /// <summary>Times are rounded to the race's resolution before, a tenth of a second at the finest.</summary>
    private static void Time(CanonicalWriter writer, string name, Elapsed? time)
    {
        if (time is { } shown)
        {
            writer.Name(name).Whole(shown.Micros / 1_000);
        }
    }

    private static void Places(CanonicalWriter writer, Places places)
    {
        Place(writer, "place", places.Overall);
        Place(writer, "place_division", places.ByDivision);
        Place(writer, "place_sex", places.BySex);
    }

    private static void Place(CanonicalWriter writer, string name, int place)
    {
        if (place != 0)
        {
            writer.Name(name).Whole(place);
        }
    }
}
