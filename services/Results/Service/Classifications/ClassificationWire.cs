using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Signing;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.Service.Storage.Classifications;
using RaceSystem.Results.V1;
using ClassificationState = RaceSystem.Results.Certification.Documents.ClassificationState;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>Versions between core, storage and wire.</summary>
internal static class ClassificationWire
{
    /// <summary>The state that a request asks for; null: none.</summary>
    public static ClassificationState? StateOf(V1.ClassificationState state) =>
        state is V1.ClassificationState.Provisional or V1.ClassificationState.Official or V1.ClassificationState.Amended ? (ClassificationState)(int)state : null;

    public static V1.ClassificationState StateOf(ClassificationState state) => (V1.ClassificationState)(int)state;

    public static SignedHeader Signed(StoredClassification stored) =>
        new(HeaderReading.Read(stored.Header), stored.Header, VerifyingKey.FromInfo(stored.PublicKey), stored.Signature);

    public static Classification ToWire(SignedHeader signed)
    {
        var (header, content) = (signed.Header, signed.Header.Content);
        var wire = new Classification
        {
            MeetId = content.MeetId,
            RaceId = content.RaceId,
            Version = header.Version,
            State = StateOf(header.State),
            Hash = signed.Hash,
            PreviousHash = header.PreviousHash,
            PublishedBy = header.PublishedBy,
            PublishTime = header.PublishedAt.ToTimestamp(),
            Reason = header.Reason,
            RowCount = checked((int)content.RowCount),
            Root = content.Root,
            EvidenceHash = content.EvidenceHash,
            KeyFingerprint = header.Key,
            RuleProfileId = content.ProfileId,
            RuleProfileVersion = content.ProfileVersion,
        };
        wire.AcceptedItemIds.AddRange(header.Accepted);
        return wire;
    }
}
