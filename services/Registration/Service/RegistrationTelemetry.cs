using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RaceSystem.Registration.Service;

/// <summary>Registration's trace source and metrics, both named <c>RaceSystem.Registration</c>. Ids and counts only.</summary>
internal sealed class RegistrationTelemetry : IDisposable
{
    internal const string Name = "RaceSystem.Registration";

    private readonly Meter _meter;
    private readonly Counter<long> _rows;

    public RegistrationTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _rows = _meter.CreateCounter<long>("racesystem.registration.import.rows", "{row}", "Rows of imports that were not only validated, by outcome.");
    }

    internal static ActivitySource Source { get; } = new(Name);

    /// <summary>Counts an import that was carried out or refused for its rows.</summary>
    public void Imported(V1.ImportEntriesResponse answer)
    {
        Count(answer.CreatedCount, "created");
        Count(answer.UpdatedCount, "updated");
        Count(answer.UnchangedCount, "unchanged");
        Count(answer.InvalidCount, "invalid");
    }

    public void Dispose() => _meter.Dispose();

    private void Count(int rows, string outcome)
    {
        if (rows > 0)
        {
            _rows.Add(rows, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }
}
