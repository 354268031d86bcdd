namespace RaceSystem.Platform.Changelog;

/// <summary>A head and when it last changed here (a timestamp of the host's TimeProvider).</summary>
internal sealed record AnnouncedHead(ChangelogHead Head, long ChangedAt);
