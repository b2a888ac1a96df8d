using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace GovID.Bench.Measurement;

/// <summary>The machine a run was made on.</summary>
public sealed record Machine(string Cpu, int Cores, string Architecture, string Os, string Runtime, string Vectors, long MemoryMegabytes)
{
    public static Machine Describe() => new(
        CpuName(),
        Environment.ProcessorCount,
        RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        Avx512F.IsSupported ? "avx512" : Avx2.IsSupported ? "avx2" : "none",
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Cpu}, {Cores} cores, {Architecture}, {Vectors}, {MemoryMegabytes} MB, {Runtime}");

    private static string CpuName()
    {
        const string File = "/proc/cpuinfo";
        if (!System.IO.File.Exists(File)) return "unknown";
        string? line = System.IO.File.ReadLines(File).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return line is null ? "unknown" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
