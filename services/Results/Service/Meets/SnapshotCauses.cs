using System.Diagnostics;

namespace RaceSystem.Results.Service.Meets;

/// <summary>
/// The traces whose records wait for the next snapshot: one trace joins upload, commit, bus and standing. Used under the
/// meet's lock.
/// </summary>
internal sealed class SnapshotCauses
{
    /// <summary>Most traces a snapshot is linked to; further ones go without.</summary>
    private const int Limit = 32;

    private readonly List<ActivityContext> _waiting = [];

    public void Add(ActivityContext context)
    {
        if (context != default && _waiting.Count < Limit)
        {
            _waiting.Add(context);
        }
    }

    /// <summary>Starts the snapshot's span: inside the first waiting trace, linked to the others.</summary>
    public Activity? StartSnapshot()
    {
        var links = _waiting.Skip(1).Select(context => new ActivityLink(context));
        var activity = ResultsTelemetry.Source.StartActivity(ResultsTelemetry.SnapshotActivity, ActivityKind.Internal, _waiting.FirstOrDefault(), links: links);
        _waiting.Clear();
        return activity;
    }
}
