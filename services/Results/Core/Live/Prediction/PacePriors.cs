namespace RaceSystem.Results.Core.Live.Prediction;

/// <summary>
/// What is known before anybody has run: constants fitted by least squares to public results of Boston 2015 and the last waves of
/// New York 2016 (each runner of the latter counted three times, because Boston's field is fast) for the marathon, and of
/// Wroclaw 2023 for the half marathon; Chicago 2023 was left out and is what the predictions are tested on (docs/prediction.md).
/// The last row of the half is the marathon's: the mat at 20 km in Wroclaw does not stand where its name says.
/// </summary>
internal static class PacePriors
{
    /// <summary>Seconds a kilometre whose logarithm is zero.</summary>
    public const double ReferencePace = 330;

    private const double MarathonM = 42_195;
    private const double HalfM = 21_097.5;

    private static readonly PacePrior[] MarathonFinish =
    [
        new(0.1185, 1.0000, new(0.0639, 0.0835, 0.0000, 0.0000), new(-3.2460, 1.0581, 0.0000), new(-2.037, -0.296, 2.406)),
        new(0.2370, 1.0000, new(0.0855, 0.0834, 0.9983, -0.4305), new(-3.2908, 0.8654, 1.9823), new(-2.043, -0.356, 2.400)),
        new(0.3555, 1.0000, new(0.0800, 0.0573, 0.9526, 0.1497), new(-3.3596, 0.6868, 2.6845), new(-2.057, -0.349, 2.420)),
        new(0.4740, 1.0000, new(0.0665, 0.0181, 1.1501, -0.0249), new(-3.4601, 0.2975, 3.5709), new(-2.073, -0.343, 2.409)),
        new(0.5000, 1.0000, new(0.0671, -0.0067, 1.2753, -0.0326), new(-3.4412, 0.2023, 3.4492), new(-2.070, -0.350, 2.409)),
        new(0.5925, 1.0000, new(0.0587, -0.0678, 1.4307, -0.4374), new(-3.5099, -0.1240, 3.7016), new(-2.079, -0.318, 2.356)),
        new(0.7110, 1.0000, new(0.0284, -0.0303, 0.7740, 0.2389), new(-3.6579, 0.3043, 3.1927), new(-2.136, -0.307, 2.300)),
        new(0.8295, 1.0000, new(-0.0061, -0.0458, 1.0563, -0.0783), new(-3.8474, 0.4447, 3.4237), new(-2.147, -0.271, 2.262)),
        new(0.9480, 1.0000, new(0.0063, -0.0707, 1.3997, -0.5813), new(-3.7298, 0.4611, 3.1073), new(-2.187, -0.082, 2.141)),
    ];

    private static readonly PacePrior[] MarathonNext =
    [
        new(0.1185, 0.2370, new(-0.0084, 0.0169, 0.0000, 0.0000), new(-3.8775, 1.6547, 0.0000), new(-2.073, 0.006, 2.098)),
        new(0.2370, 0.3555, new(0.0197, 0.0421, 1.1392, -0.9940), new(-4.0857, 1.5751, 4.0086), new(-1.856, -0.250, 2.143)),
        new(0.3555, 0.4740, new(0.0269, 0.0494, 0.9451, -0.1807), new(-4.1217, 1.6242, 5.9148), new(-1.856, -0.316, 2.117)),
        new(0.4740, 0.5925, new(0.0265, 0.0860, 1.0025, -0.0794), new(-4.1082, 1.4504, 6.0589), new(-1.945, -0.249, 2.111)),
        new(0.5000, 0.7110, new(0.0441, 0.0311, 1.1463, 0.0197), new(-3.9246, 0.9397, 5.5114), new(-1.998, -0.360, 2.291)),
        new(0.5925, 0.7110, new(0.0418, -0.0319, 1.1574, -0.2920), new(-3.9418, 0.6609, 5.3095), new(-2.078, -0.308, 2.168)),
        new(0.7110, 0.8295, new(0.0337, 0.0009, 0.8031, 0.2008), new(-4.0140, 0.8081, 4.4124), new(-2.138, -0.317, 2.176)),
        new(0.8295, 0.9480, new(-0.0056, -0.0217, 1.0026, -0.0043), new(-3.9846, 0.5980, 4.0481), new(-2.155, -0.283, 2.174)),
        new(0.9480, 1.0000, new(0.0063, -0.0707, 1.3997, -0.5813), new(-3.7298, 0.4611, 3.1073), new(-2.187, -0.082, 2.141)),
    ];

    private static readonly PacePrior[] HalfFinish =
    [
        new(0.2370, 1.0000, new(0.0695, 0.0667, 0.0000, 0.0000), new(-3.3557, 1.2929, 0.0000), new(-2.000, -0.273, 2.365)),
        new(0.4740, 1.0000, new(0.0872, 0.0085, 1.6934, 0.0257), new(-3.5789, 1.0958, 4.9579), new(-2.032, -0.249, 2.257)),
        new(0.7110, 1.0000, new(0.0451, 0.0233, 1.1110, 0.4803), new(-3.7908, 0.8735, 3.1317), new(-2.121, -0.202, 2.218)),
        new(0.9480, 1.0000, new(0.0063, -0.0707, 1.3997, -0.5813), new(-3.7298, 0.4611, 3.1073), new(-2.187, -0.082, 2.141)),
    ];

    private static readonly PacePrior[] HalfNext =
    [
        new(0.2370, 0.4740, new(0.0065, 0.0474, 0.0000, 0.0000), new(-3.8895, 1.3998, 0.0000), new(-1.901, -0.251, 2.221)),
        new(0.4740, 0.7110, new(0.0514, -0.0036, 1.4924, -0.1384), new(-4.0300, 1.1110, 8.1816), new(-2.022, -0.198, 2.118)),
        new(0.7110, 0.9480, new(0.0790, 0.0298, 1.1008, 0.4982), new(-3.8667, 0.9211, 3.6217), new(-2.066, -0.225, 2.219)),
        new(0.9480, 1.0000, new(0.0063, -0.0707, 1.3997, -0.5813), new(-3.7298, 0.4611, 3.1073), new(-2.187, -0.082, 2.141)),
    ];

    /// <summary>
    /// The regression for any course: between the fits by fraction run, between the next split and the finish by how much is
    /// left, and between half and full marathon by the logarithm of the distance. Outside the nearest fit counts.
    /// </summary>
    /// <param name="courseM">Length of the course.</param>
    /// <param name="fraction">Of it that is run.</param>
    /// <param name="target">Fraction at which the runner is predicted.</param>
    public static PacePrior At(double courseM, double fraction, double target)
    {
        var half = Between(HalfNext, HalfFinish, fraction, target);
        var marathon = Between(MarathonNext, MarathonFinish, fraction, target);
        return half.Towards(marathon, Math.Clamp(Math.Log(courseM / HalfM) / Math.Log(MarathonM / HalfM), 0, 1));
    }

    private static PacePrior Between(PacePrior[] next, PacePrior[] finish, double fraction, double target)
    {
        var (near, far) = (At(next, fraction), At(finish, fraction));
        var left = 1 - near.Target;
        return left <= 0 ? far : near.Towards(far, Math.Clamp((target - near.Target) / left, 0, 1));
    }

    private static PacePrior At(PacePrior[] rows, double fraction)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (fraction < rows[i].Fraction)
            {
                return rows[i - 1].Towards(rows[i], Math.Max(0, (fraction - rows[i - 1].Fraction) / (rows[i].Fraction - rows[i - 1].Fraction)));
            }
        }

        return rows[^1];
    }
}
