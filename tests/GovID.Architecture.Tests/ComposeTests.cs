using GovID.Architecture.Tests.Model;
using GovID.Architecture.Tests.Rules;

namespace GovID.Architecture.Tests;

public sealed class ComposeTests
{
    [Fact]
    public void The_compose_file_has_the_form_of_one() => Violation.None(
        ComposeRule.Check("compose/compose.yml", House.TextOf("compose/compose.yml"), House.TextOf("compose/.env.example")));

    [Fact]
    public void The_image_installs_every_library_that_the_script_asks_for()
    {
        var image = House.TextOf("compose/Dockerfile");

        foreach (var package in new[] { "libsodium23", "libzmq5", "libsqlite3-0", "libssl3", "libicu72" })
        {
            House.TextOf("govid").ShouldContain(package);
            image.ShouldContain(package);
        }
    }

    [Theory]
    [InlineData("servics: {}", "'servics'")]
    [InlineData("services: { a: { image: x, prots: [] } }", "'prots'")]
    [InlineData("services: { a: { command: x } }", "neither image nor build")]
    [InlineData("services: { a: { image: x, volumes: ['data:/data'] } }", "'data' is not declared")]
    [InlineData("services: { a: { image: '${NOWHERE}' } }", "NOWHERE is not in")]
    public void Bites_a_file_of_another_form(string text, string words) => Bad.Bites(ComposeRule.Check("a", text, "A="), words);
}
