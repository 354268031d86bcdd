using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Platform.Tests.Modules;

/// <summary>Writes to the log of a host and keeps what should be in it.</summary>
internal sealed class Committing(IServiceProvider services, string meetId)
{
    private readonly Dictionary<string, string> _latest = [];
    private int _commits;

    public IReadOnlyDictionary<string, string> Latest => _latest;

    public long Head { get; private set; }

    public async Task CommitAsync(params string[] keys)
    {
        var value = $"{++_commits}";
        var changelog = services.GetRequiredKeyedService<IChangelog>("timing");
        var head = await changelog.CommitAsync(
            meetId,
            (transaction, _) =>
            {
                Array.ForEach(keys, key => transaction.Append(key, Encoding.UTF8.GetBytes(value)));
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);
        Array.ForEach(keys, key => _latest[key] = value);
        Head = head.Sequence;
    }
}
