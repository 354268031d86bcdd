using RaceSystem.Registration.Service;
using RaceSystem.ServiceDefaults;

// Registration as a process of its own; docs/operations.md lists its settings.
return await ServiceHost.RunAsync(args, new RegistrationModule(), "messaging", "registration-db");
