using RaceSystem.Acceptance.Tests.Systems;

// Whole systems under load: side by side they would only measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(RunningSystems))]
