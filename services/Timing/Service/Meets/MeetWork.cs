using RaceSystem.Platform.Changelog;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>One thing for a meet's writer to do, in its turn.</summary>
internal abstract record MeetWork
{
    /// <summary>A batch; neighbours in the queue share a commit.</summary>
    internal sealed record Batch(UploadedBatch Uploaded) : MeetWork;

    /// <summary>A look at the state as committed.</summary>
    internal sealed record Look(Action<MeetState> Take, TaskCompletionSource Done) : MeetWork;

    /// <summary>A change of settings, in a transaction of its own. It may run again after a failed attempt.</summary>
    internal sealed record Change(Func<MeetState, ChangelogTransaction, CancellationToken, Task> Apply, TaskCompletionSource Done) : MeetWork;

    /// <summary>Puts the state out of memory.</summary>
    internal sealed record Evict(TaskCompletionSource Done) : MeetWork;
}
