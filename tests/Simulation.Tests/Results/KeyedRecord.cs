using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>One record of a log: the value of its key from then on.</summary>
internal sealed record KeyedRecord(string Key, Action<MeetScoring> Apply);
