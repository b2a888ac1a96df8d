using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace GovID.Cryptography.Internal.Native;

/// <summary>Finds the native back ends under the names that distributions give them; an assembly may register one resolver only, so all are here.</summary>
internal static class NativeLibraries
{
    public const string Sodium = "sodium";
    public const string Crypto = "crypto";

    private static readonly Dictionary<string, (string[] FileNames, string Package)> Known = new(StringComparer.Ordinal)
    {
        [Sodium] = (["libsodium.so.23", "libsodium.so.26", "libsodium.so", "libsodium", "libsodium.dylib"], "libsodium23"),
        [Crypto] = (["libcrypto.so.3", "libcrypto.so", "libcrypto.3.dylib", "libcrypto-3-x64"], "libssl3"),
    };

    private static readonly Lazy<bool> Registered = new(() =>
    {
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
        return true;
    });

    /// <summary>Makes sure that imports of this assembly are resolved here; call it before the first native call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Register() => _ = Registered.Value;

    private static nint Resolve(string libraryName, Assembly assembly, DllImportSearchPath? searchPath) =>
        Known.TryGetValue(libraryName, out var library) ? Load(library.FileNames, library.Package, assembly, searchPath) : nint.Zero;

    /// <summary>Loads the first of the file names that exists.</summary>
    /// <exception cref="CryptoException"><see cref="CryptoErrorCode.BackEndMissing"/> naming the Debian package.</exception>
    public static nint Load(IReadOnlyList<string> fileNames, string package, Assembly assembly, DllImportSearchPath? searchPath)
    {
        foreach (var name in fileNames)
        {
            if (NativeLibrary.TryLoad(name, assembly, searchPath, out var handle)) return handle;
        }

        throw new CryptoException(CryptoErrorCode.BackEndMissing, $"The native library {fileNames[0]} is not installed: run 'apt-get install {package}'.", fileNames[0]);
    }
}
