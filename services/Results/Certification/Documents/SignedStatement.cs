using RaceSystem.Results.Certification.Json;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>
/// What the key signs: which version of which race it is, the hash of the whole header, and the root of the rows. Short, so
/// that the proof of one runner carries it without the rules.
/// </summary>
/// <param name="Format">Form of the document.</param>
/// <param name="Header">Hash of the header.</param>
/// <param name="MeetId">The meet.</param>
/// <param name="RaceId">The race.</param>
/// <param name="PublishedAt">As the header writes it.</param>
/// <param name="Root">Root of the rows' tree.</param>
/// <param name="RowCount">Rows.</param>
/// <param name="State">As the header writes it.</param>
/// <param name="Version">The version.</param>
public sealed record SignedStatement(string Format, string Header, string MeetId, string RaceId, string PublishedAt, string Root, long RowCount, string State, int Version)
{
    /// <summary>Of a header.</summary>
    public static SignedStatement Of(ClassificationHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var content = header.Content;
        return new SignedStatement(
            header.Format, ClassificationHeader.HashOf(header.ToCanonical()), content.MeetId, content.RaceId, header.PublishedAt.ToString(), content.Root, content.RowCount, header.State.NameOf(), header.Version);
    }

    /// <summary>The signed bytes.</summary>
    public byte[] ToCanonical()
    {
        var writer = new CanonicalWriter();
        WriteTo(writer);
        return writer.Written.ToArray();
    }

    /// <summary>Writes it as a value.</summary>
    public void WriteTo(CanonicalWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.BeginObject()
            .Name("format").Text(Format)
            .Name("header").Text(Header)
            .Name("meet_id").Text(MeetId)
            .Name("published_at").Text(PublishedAt)
            .Name("race_id").Text(RaceId)
            .Name("root").Text(Root)
            .Name("rows").Whole(RowCount)
            .Name("state").Text(State)
            .Name("version").Whole(Version)
            .EndObject();
    }
}
