using Microsoft.Extensions.DependencyInjection;

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
        return services.AddHandlers<ClassificationHandlers>();
    }
}
