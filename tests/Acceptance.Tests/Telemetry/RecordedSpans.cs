using System.Collections.Concurrent;
using System.Diagnostics;

namespace RaceSystem.Acceptance.Tests.Telemetry;

/// <summary>Every span of this process, from its creation to dispose.</summary>
internal sealed class RecordedSpans : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _spans = new();

    public RecordedSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The spans that have ended, by trace.</summary>
    public IReadOnlyList<IReadOnlyList<Activity>> Traces => [.. _spans.GroupBy(span => span.TraceId).Select(trace => trace.ToList())];

    public void Dispose() => _listener.Dispose();

    /// <summary>One line a span: source, name.</summary>
    public static string Describe(IEnumerable<Activity> trace) =>
        string.Join('\n', trace.OrderBy(span => span.StartTimeUtc).Select(span => $"  {span.Source.Name}: {span.DisplayName}").Distinct());
}
