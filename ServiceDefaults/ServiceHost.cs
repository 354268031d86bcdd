using Microsoft.AspNetCore.Builder;
using RaceSystem.Platform.Modules;

namespace RaceSystem.ServiceDefaults;

/// <summary>Runs one service as a process of its own: the whole of a Host's Program.cs.</summary>
public static class ServiceHost
{
    /// <summary>Exit code when a setting is missing or cannot be read.</summary>
    public const int SettingsExitCode = 1;

    /// <summary>Runs until SIGTERM or Ctrl+C. A server that is away is waited for; a setting that is missing or wrong ends the
    /// process at once with <see cref="SettingsExitCode"/> and says which.</summary>
    /// <param name="args">The command line: <c>--urls</c> and any other setting.</param>
    /// <param name="module">The service.</param>
    /// <param name="connectionStrings">Connection strings that it cannot do without.</param>
    public static async Task<int> RunAsync(string[] args, IServiceModule module, params string[] connectionStrings)
    {
        ArgumentNullException.ThrowIfNull(module);
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        if (!builder.HasConnectionStrings(connectionStrings))
        {
            return SettingsExitCode;
        }

        try
        {
            builder.AddModules(module);
        }
        catch (InvalidOperationException unusable)
        {
            await Console.Error.WriteLineAsync($"{module.Name} cannot start: {unusable.Message}");
            return SettingsExitCode;
        }

        await using var app = builder.Build();
        app.MapServiceDefaults();
        app.MapModules();
        await app.RunAsync();
        return 0;
    }
}
