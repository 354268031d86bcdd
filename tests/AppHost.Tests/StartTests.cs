using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.Testing;
using RaceSystem.Testing.Servers;

namespace RaceSystem.AppHost.Tests;

/// <summary>The graph started for real, on servers that are given.</summary>
public sealed class StartTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Three runners, two on one second; the columns that the replay reads, in the schema of published results.</summary>
    private const string Race =
        """
        race,bib,status,sex,age,country,division,wave,start_offset_s,split_5k_s,official_time_s,gun_time_s,net_time_s,place_overall,place_sex,place_division
        apphost_start,1,FIN,M,30,PRK,M30,1,0,900,8100,8100,8100,1,1,1
        apphost_start,2,FIN,F,31,KEN,F30,1,2,950,8200,8200,8198,2,1,1
        apphost_start,3,FIN,M,32,ETH,M30,1,3,951,8200,8200,8197,3,2,2
        apphost_start,4,DNS,F,33,JPN,F30,1,,,,,,,,

        """;

    [Fact]
    public async Task The_graph_starts_on_given_servers_and_replays_a_race()
    {
        var broker = Environment.GetEnvironmentVariable("RACESYSTEM_TEST_RABBITMQ");
        var server = Environment.GetEnvironmentVariable("RACESYSTEM_TEST_POSTGRES");
        Assert.SkipWhen(
            string.IsNullOrEmpty(broker) || string.IsNullOrEmpty(server),
            "Set RACESYSTEM_TEST_RABBITMQ and RACESYSTEM_TEST_POSTGRES to start the graph on these servers.");

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Limit);
        var run = Guid.NewGuid().ToString("N")[..8];
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [
                "--infrastructure=external",
                $"--ConnectionStrings:messaging={broker}",
                .. from service in new[] { "registration", "timing", "results" }
                   select $"--ConnectionStrings:{service}-db={server};Database=apphost_{run}_{service}",
            ],
            deadline.Token);
        await using var app = await builder.BuildAsync(deadline.Token);
        await app.StartAsync(deadline.Token);
        foreach (var service in new[] { "registration", "timing", "results", "dashboard" })
        {
            await app.ResourceNotifications.WaitForResourceHealthyAsync(service, deadline.Token);
        }

        var folder = Directory.CreateTempSubdirectory("racesystem-apphost-");
        try
        {
            var race = Path.Combine(folder.FullName, "race.csv");
            var exported = Path.Combine(folder.FullName, "exported.csv");
            await File.WriteAllTextAsync(race, Race, deadline.Token);
            await RacectlAsync(
                deadline.Token,
                "replay", race, "--basis", "gun", "--speed", "max", "--out", exported,
                "--registration", Address(app, "registration"), "--timing", Address(app, "timing"), "--results", Address(app, "results"));

            Assert.Equal(Rows(Race), Rows(await File.ReadAllTextAsync(exported, deadline.Token)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Address(DistributedApplication app, string service) => app.GetEndpoint(service, "http").ToString().TrimEnd('/');

    /// <summary>Bib, time and places of each row, by the names of the header.</summary>
    private static List<string> Rows(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var header = lines[0].Split(',');
        int[] wanted = [.. new[] { "bib", "official_time_s", "place_overall", "place_sex", "place_division" }.Select(name => Array.IndexOf(header, name))];
        Assert.DoesNotContain(-1, wanted);
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(row => string.Join(',', wanted.Select(column => row[column]))).Order(StringComparer.Ordinal)];
    }

    private static async Task RacectlAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [BuiltProject.Assembly("clients/racectl"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("racectl did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"racectl ended with {process.ExitCode}:\n{await output}\n{await error}");
    }
}
