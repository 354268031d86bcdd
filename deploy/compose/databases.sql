-- One database a service. Run by the postgres image when its volume is new.
CREATE DATABASE registration;
CREATE DATABASE timing;
CREATE DATABASE results;
