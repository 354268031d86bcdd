using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Results.Service.CheckClassification;
using RaceSystem.Results.Service.DiffClassifications;
using RaceSystem.Results.Service.GetClassification;
using RaceSystem.Results.Service.GetEvidence;
using RaceSystem.Results.Service.GetInclusionProof;
using RaceSystem.Results.Service.GetSigningKey;
using RaceSystem.Results.Service.ListClassifications;
using RaceSystem.Results.Service.PublishClassification;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>Registers what publishes classifications.</summary>
internal static class ClassificationServices
{
    public static IServiceCollection AddClassifications(this IServiceCollection services)
    {
        services.AddSingleton<SigningKeys>();
        services.AddHostedService(provider => provider.GetRequiredService<SigningKeys>());
        services.AddSingleton<PersonEraser>();
        services.AddHostedService(provider => provider.GetRequiredService<PersonEraser>());
        services.AddSingleton<ClassificationStore>().AddSingleton<ClassificationDrafts>().AddSingleton<ShownPersons>();
        services.AddSingleton<CheckClassificationHandler>().AddSingleton<PublishClassificationHandler>().AddSingleton<ListClassificationsHandler>();
        services.AddSingleton<GetClassificationHandler>().AddSingleton<GetEvidenceHandler>().AddSingleton<DiffClassificationsHandler>();
        return services.AddSingleton<GetInclusionProofHandler>().AddSingleton<GetSigningKeyHandler>().AddSingleton<ClassificationHandlers>();
    }
}
