using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Records;

/// <summary>Puts records of Results' own log into the scoring.</summary>
public static class ResultsRecordReader
{
    /// <exception cref="InvalidDataException">A record contradicts itself.</exception>
    /// <exception cref="Google.Protobuf.InvalidProtocolBufferException">The bytes are no record of Results.</exception>
    public static void Read(ReadOnlySpan<byte> bytes, MeetScoring scoring) => Take(ResultsRecord.Parser.ParseFrom(bytes), scoring);

    /// <summary>The same with a record that is parsed already.</summary>
    /// <exception cref="InvalidDataException">A record contradicts itself.</exception>
    public static void Take(ResultsRecord record, MeetScoring scoring)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(scoring);
        switch (record.ValueCase)
        {
            case ResultsRecord.ValueOneofCase.StatusDeclaration:
                var declaration = record.StatusDeclaration;
                scoring.Declare(declaration.RaceId, declaration.Bib, StatusReading.DeclaredOf(declaration.Status));
                break;
            case ResultsRecord.ValueOneofCase.Adjudication:
                var adjudication = record.Adjudication;
                scoring.SetAdjudication(adjudication.RaceId, adjudication.AdjudicationId, AdjudicationReading.StandingOf(adjudication));
                break;
            default:
                // Written by a newer Results: not for this version.
                break;
        }
    }
}
