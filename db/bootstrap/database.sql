-- The database of a private cluster.
CREATE DATABASE zhiheng OWNER zhiheng_owner;
