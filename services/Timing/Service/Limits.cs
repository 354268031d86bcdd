using RaceSystem.Kernel;

namespace RaceSystem.Timing.Service;

/// <summary>The bounds of Timing (invariant 7); past one there is a clear refusal.</summary>
public static class Limits
{
    /// <summary>Reads in one uploaded batch.</summary>
    public const int ReadsPerBatch = 5_000;

    /// <summary>1990-01-01T00:00:00Z: decoders with an unset clock report earlier times.</summary>
    public static readonly Instant EarliestTime = new(631_152_000L * Instant.MicrosPerSecond);

    /// <summary>How far a time may lie ahead of now.</summary>
    public static readonly TimeSpan TimeAhead = TimeSpan.FromDays(1);

    /// <summary>Markers in one uploaded batch.</summary>
    public const int MarkersPerBatch = 100;

    /// <summary>Characters of a marker's name.</summary>
    public const int MarkerNameLength = 100;

    /// <summary>Rows of a page when the request does not say.</summary>
    public const int DefaultPage = 100;

    /// <summary>Rows of the largest page.</summary>
    public const int LargestPage = 1_000;

    /// <summary>Timing points of a meet.</summary>
    public const int TimingPoints = 1_000;

    /// <summary>Devices of a meet.</summary>
    public const int Devices = 1_000;

    /// <summary>Different chips read in a meet, unknown ones included.</summary>
    public const int Chips = 500_000;

    /// <summary>Characters of a display name.</summary>
    public const int DisplayNameLength = 200;

    /// <summary>Characters of who recorded a gun start.</summary>
    public const int RecordedByLength = 200;

    /// <summary>Characters of a zone's name or offset.</summary>
    public const int TimeZoneLength = 64;

    /// <summary>Characters of a note.</summary>
    public const int NoteLength = 1_000;

    /// <summary>Largest clock offset in either direction.</summary>
    public static readonly TimeSpan ClockOffset = TimeSpan.FromDays(366 * 60);

    /// <summary>Largest drift of a correction in either direction, parts a million.</summary>
    public const int DriftPpm = 10_000;

    /// <summary>Clock corrections of a meet, revoked ones included.</summary>
    public const int ClockCorrections = 10_000;

    /// <summary>Clock corrections of a device that count; every read goes through them.</summary>
    public const int ClockCorrectionsOfDevice = 100;

    /// <summary>Quarantines of a device; from half of it on, new faults widen those that are there.</summary>
    public const int QuarantinesOfDevice = 100;

    /// <summary>0001-01-01T00:00:00Z: earlier times cannot be told on the wire.</summary>
    public static readonly Instant EarliestHeldTime = new(-62_135_596_800L * Instant.MicrosPerSecond);

    /// <summary>The last day of 9999.</summary>
    public static readonly Instant LatestHeldTime = new(253_402_214_400L * Instant.MicrosPerSecond);

    /// <summary>Sync exchanges that are kept of a device; past that every other one goes.</summary>
    public const int SyncExchanges = 1_000;

    /// <summary>Longest time after a start before which passings do not count.</summary>
    public static readonly TimeSpan MinTimeSinceStart = TimeSpan.FromHours(24);

    /// <summary>Manual passings of a meet, revoked ones included.</summary>
    public const int ManualPassings = 100_000;

    /// <summary>Manual passings of a bib at a timing point that are not revoked: they share a record of the log.</summary>
    public const int ManualPassingsPerBib = 50;

    /// <summary>Longest window in which a chip's passing is the same crossing as a manual one.</summary>
    public static readonly TimeSpan ManualWindow = TimeSpan.FromHours(1);

    /// <summary>Window of a manual passing that does not say.</summary>
    public static readonly TimeSpan DefaultManualWindow = TimeSpan.FromSeconds(30);

    /// <summary>Batches of all streams that wait for a meet's commit; further ones hold back their streams.</summary>
    public const int QueuedBatches = 256;

    /// <summary>Batches of one stream that wait for their ack.</summary>
    public const int BatchesInFlight = 64;

    /// <summary>Batches in one commit.</summary>
    public const int BatchesPerCommit = 128;

    /// <summary>Reads in one commit, the batch that passes it included.</summary>
    public const int ReadsPerCommit = 60_000;

    /// <summary>UploadReads streams open in one meet.</summary>
    public const int UploadStreams = 1_000;

    /// <summary>Meets whose reads are in memory; the one idle longest is put out first.</summary>
    public const int ResidentMeets = 32;

    /// <summary>Comparisons of clocks in one report of a device.</summary>
    public const int ClockSamplesPerReport = 100;

    /// <summary>Cleared alarms kept of a meet; the oldest are dropped.</summary>
    public const int ClearedAlarms = 1_000;

    /// <summary>Alarms that hold at the same time in a meet; further ones are not raised.</summary>
    public const int OpenAlarms = 1_000;

    /// <summary>Decoders of a meet.</summary>
    public const int Decoders = 100;

    /// <summary>Decoders of all meets that run on one instance; further ones do not start.</summary>
    public const int RunningDecoders = 500;

    /// <summary>Characters of a decoder's id: it names a stream too.</summary>
    public const int DecoderIdLength = 50;

    /// <summary>Locations of a decoder.</summary>
    public const int DecoderLocations = 100;

    /// <summary>Settings of a decoder.</summary>
    public const int DecoderSettings = 50;

    /// <summary>Characters of a decoder's address, of a location, of a setting's name or value.</summary>
    public const int DecoderTextLength = 200;

    /// <summary>Bytes of one post of a decoder.</summary>
    public const int WebhookBytes = 1 << 20;
}
