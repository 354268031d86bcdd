using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Meets;

/// <summary>The reads of one chip at one point, and what was derived from them last.</summary>
internal struct KeyReads
{
    internal ReadBlock Block;
    internal int Point;
    internal int Chip;
    internal ChipSpan Span;
    internal PassingReaders Readers;
    internal bool Touched;
}
