// The package's own main file, loaded once.
export { Client, IotError, endpoints } from '#client';
