namespace RaceSystem.Acceptance.Tests.Systems;

/// <summary>How the services are deployed.</summary>
public enum SystemShape
{
    /// <summary>One process, SQLite, bus in memory.</summary>
    AllInOne,

    /// <summary>Four processes, PostgreSQL, RabbitMQ.</summary>
    SeparateHosts,
}
