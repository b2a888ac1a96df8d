using GovID.Hosting.DataFolders;
using GovID.TestKit;

namespace GovID.Hosting.Tests.DataFolders;

public sealed class DataFolderTests
{
    private static readonly StoppedClock Clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Makes_a_private_folder_of_the_current_format()
    {
        using var place = new TemporaryFolder();
        using var folder = DataFolder.Open(place.Path("data"), "test", Clock);

        File.GetUnixFileMode(folder.FullName).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.ReadAllText(folder.PathOf("format")).ShouldBe("1\n");
    }

    [Fact]
    public void The_second_process_is_told_who_is_the_first()
    {
        using var place = new TemporaryFolder();
        using var first = DataFolder.Open(place.Path("data"), "govid up", Clock);

        var refusal = Refusal(place.Path("data"));

        refusal.Code.ShouldBe(HostingErrorCode.DataFolderBusy);
        refusal.Message.ShouldContain($"process {Environment.ProcessId} (govid up), since 2026-11-21T12:00:00Z");
    }

    [Fact]
    public void Opens_again_after_the_first_let_go()
    {
        using var place = new TemporaryFolder();
        DataFolder.Open(place.Path("data"), "test", Clock).Dispose();

        Should.NotThrow(() => DataFolder.Open(place.Path("data"), "test", Clock).Dispose());
    }

    [Theory]
    [InlineData("2\n", "knows up to 1")]
    [InlineData("99999999999999999999", "which is none")]
    [InlineData("", "which is none")]
    public void Refuses_a_format_that_it_does_not_know_and_touches_nothing(string format, string words)
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place.Path("format"), format);

        var refusal = Refusal(place.FullName);

        refusal.Code.ShouldBe(HostingErrorCode.DataFolderUnknown);
        refusal.Message.ShouldContain(words);
        Directory.GetFileSystemEntries(place.FullName).ShouldBe([place.Path("format")]);
    }

    [Fact]
    public void Refuses_a_folder_that_holds_other_things()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place.Path("thesis.odt"), "");

        Refusal(place.FullName).Message.ShouldContain("thesis.odt");
    }

    [Fact]
    public void Takes_up_what_an_interrupted_start_left()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place.Path("lock"), "");
        File.WriteAllText(place.Path("lock.owner"), "process 1 (gone)");
        File.WriteAllText(place.Path("format.new"), "");

        using var folder = DataFolder.Open(place.FullName, "test", Clock);

        File.ReadAllText(folder.PathOf("format")).ShouldBe("1\n");
    }

    [Fact]
    public void Refuses_a_place_that_cannot_be_written() =>
        Refusal("/proc/govid").Code.ShouldBe(HostingErrorCode.DataFolderUnusable);

    [Fact]
    public void A_fresh_start_moves_the_old_folder_aside_and_deletes_nothing()
    {
        using var place = new TemporaryFolder();
        var path = place.Path("data");
        using (var old = DataFolder.Open(path, "test", Clock))
            old.Write("kept", "something"u8);

        for (var turn = 0; turn < 2; turn++)
        {
            var (folder, moved) = DataFolder.OpenFresh(path, "test", Clock);
            folder.Dispose();
            moved.ShouldBe(path + ".old-20261121T120000Z" + (turn == 0 ? "" : "-2"));
        }

        File.ReadAllText(Path.Combine(path + ".old-20261121T120000Z", "kept")).ShouldBe("something");
        File.Exists(Path.Combine(path, "kept")).ShouldBeFalse();
    }

    [Fact]
    public void A_fresh_start_does_not_take_the_folder_of_a_running_process()
    {
        using var place = new TemporaryFolder();
        using var running = DataFolder.Open(place.Path("data"), "govid up", Clock);

        Should.Throw<HostingException>(() => DataFolder.OpenFresh(place.Path("data"), "test", Clock))
            .Code.ShouldBe(HostingErrorCode.DataFolderBusy);
        Directory.Exists(place.Path("data")).ShouldBeTrue();
    }

    [Fact]
    public void A_file_is_written_whole_and_private()
    {
        using var place = new TemporaryFolder();
        using var folder = DataFolder.Open(place.Path("data"), "test", Clock);

        folder.Write("network/local/pool", "one"u8);
        folder.Write("network/local/pool", "two"u8);

        File.ReadAllText(folder.PathOf("network", "local", "pool")).ShouldBe("two");
        File.GetUnixFileMode(folder.PathOf("network", "local", "pool")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(folder.PathOf("network", "local")).Length.ShouldBe(1);
    }

    private static HostingException Refusal(string path) =>
        Should.Throw<HostingException>(() => DataFolder.Open(path, "test", Clock).Dispose());
}
