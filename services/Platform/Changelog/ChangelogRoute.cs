using RaceSystem.Contracts.Messages;

namespace RaceSystem.Platform.Changelog;

/// <summary>One kind of message of a log.</summary>
internal sealed record ChangelogRoute(string KeyPrefix, Type MessageType, Func<ChangelogRange, IChangeMessage> Message)
{
    public bool Takes(string key) => key.StartsWith(KeyPrefix, StringComparison.Ordinal);
}
