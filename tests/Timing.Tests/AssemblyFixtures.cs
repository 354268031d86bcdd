using RaceSystem.Timing.Tests.Service;

[assembly: AssemblyFixture(typeof(Databases))]
