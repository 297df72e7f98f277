#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| iotexplorer_fuzz::softap::run(data));
