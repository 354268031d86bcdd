namespace RaceSystem.Timing.Service.Meets;

/// <summary>That a batch is on disk.</summary>
/// <param name="DurableSequence">The stream's last sequence on disk.</param>
/// <param name="NewReads">Reads of this batch that were not known before; 0 for a batch sent again.</param>
internal readonly record struct BatchAck(long DurableSequence, int NewReads);
