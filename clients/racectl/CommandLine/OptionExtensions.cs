using System.CommandLine;

namespace RaceSystem.Racectl.CommandLine;

internal static class OptionExtensions
{
    /// <summary>Only these values are taken; anything else is a usage error that names them.</summary>
    public static Option<string> AcceptOnlyFromAmongOf(this Option<string> option, params string[] values)
    {
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    /// <summary>A number outside of the range is a usage error.</summary>
    public static Option<T> InRange<T>(this Option<T> option, T least, T most)
        where T : IComparable<T>
    {
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Tokens.Count == 0)
            {
                return;
            }

            var value = result.GetValueOrDefault<T>();
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            {
                result.AddError($"{option.Name}: {value} is outside of {least} to {most}.");
            }
        });
        return option;
    }
}
