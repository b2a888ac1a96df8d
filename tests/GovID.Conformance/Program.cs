using GovID.Conformance;
using GovID.Conformance.Suites;

return ConformCommand.Run(args, AllSuites.List, Console.Out, Console.Error);
