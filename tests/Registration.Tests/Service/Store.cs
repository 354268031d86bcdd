namespace RaceSystem.Registration.Tests.Service;

/// <summary>The databases that every test of the service runs on.</summary>
public enum Store
{
    Sqlite,
    Postgres,
}
