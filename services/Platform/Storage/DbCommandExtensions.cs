using System.Data.Common;

namespace RaceSystem.Platform.Storage;

/// <summary>Parameters by name, the same on every database.</summary>
internal static class DbCommandExtensions
{
    public static DbParameter Add(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
