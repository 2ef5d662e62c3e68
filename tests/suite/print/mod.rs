//! `bogoseo print`, on a real printer of this machine and on one that the tests play.

mod device;
mod jobs;
mod message;
mod pictures;
mod player;
mod raster;
mod trouble;
