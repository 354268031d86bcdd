using Google.Protobuf;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Certification.Evidence;

/// <summary>
/// Takes the texts out of decisions that people wrote about people: reasons, notes, who appealed and on what grounds. Nothing
/// is scored from them, and evidence cannot be changed when a name in them has to go.
/// </summary>
internal static class DecisionTexts
{
    /// <summary>The record without them; one that cannot be read, or that this version does not know, as it is.</summary>
    public static ByteString Without(ReadOnlyMemory<byte> value)
    {
        try
        {
            var record = ResultsRecord.Parser.ParseFrom(value.Span);
            if (record.Adjudication is { } adjudication)
            {
                adjudication.Note = "";
                Clear(adjudication.Appeal);
                if (adjudication.Revocation is { } revocation)
                {
                    revocation.Note = "";
                }
            }
            else if (record.StatusDeclaration is { } declaration)
            {
                declaration.Reason = "";
            }

            return record.ToByteString();
        }
        catch (InvalidProtocolBufferException)
        {
            // Listed by the check as a record that cannot be read.
            return UnsafeByteOperations.UnsafeWrap(value);
        }
    }

    private static void Clear(Appeal? appeal)
    {
        if (appeal is not null)
        {
            (appeal.LodgedBy, appeal.Grounds, appeal.DecisionNote) = ("", "", "");
        }
    }
}
