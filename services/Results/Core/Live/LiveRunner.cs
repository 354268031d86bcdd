using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Live;

/// <summary>A runner in a group's list.</summary>
/// <param name="Runner">Number in the race.</param>
/// <param name="Place">In the group.</param>
/// <param name="Visit">Where time and gaps were measured.</param>
/// <param name="Time">By the race's profile, as shown.</param>
/// <param name="Behind">The leader of the group, there, as shown; null: the leader was not measured there.</param>
/// <param name="BehindNext">The runner ahead in the group, there; null: nobody is ahead, or was not measured there.</param>
public readonly record struct LiveRunner(int Runner, int Place, int Visit, Elapsed Time, Elapsed? Behind, Elapsed? BehindNext);
