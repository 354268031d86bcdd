using Microsoft.Extensions.DependencyInjection;

namespace RaceSystem.Results.Service;

/// <summary>Groups of handlers: a record whose constructor names them is the only list of them.</summary>
internal static class HandlerGroups
{
    /// <summary>Registers a group and each handler that its constructor takes.</summary>
    public static IServiceCollection AddHandlers<TGroup>(this IServiceCollection services)
        where TGroup : class
    {
        foreach (var handler in typeof(TGroup).GetConstructors().Single().GetParameters())
        {
            services.AddSingleton(handler.ParameterType);
        }

        return services.AddSingleton<TGroup>();
    }
}
