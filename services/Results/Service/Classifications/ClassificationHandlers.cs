using RaceSystem.Results.Service.CheckClassification;
using RaceSystem.Results.Service.DiffClassifications;
using RaceSystem.Results.Service.GetClassification;
using RaceSystem.Results.Service.GetEvidence;
using RaceSystem.Results.Service.GetInclusionProof;
using RaceSystem.Results.Service.GetSigningKey;
using RaceSystem.Results.Service.ListClassifications;
using RaceSystem.Results.Service.PublishClassification;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>The handlers of classifications.</summary>
internal sealed record ClassificationHandlers(
    CheckClassificationHandler Check,
    PublishClassificationHandler Publish,
    ListClassificationsHandler List,
    GetClassificationHandler Get,
    GetEvidenceHandler GetEvidence,
    DiffClassificationsHandler Diff,
    GetInclusionProofHandler GetInclusionProof,
    GetSigningKeyHandler GetSigningKey);
